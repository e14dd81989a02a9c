# What is divided by zero is infinite, and no fault.
locals {
  much = 1 / 0
  debt = -local.much
}

resource "terraform_data" "infinities" {
  count = local.much > 10 ? 2 : 1

  input = {
    texts = ["${local.much}!", "${local.debt}!", format("%s", local.much), join(",", [local.debt])]
    tests = [local.much == local.much, local.debt < 0, local.much + 1 > local.debt, local.much == local.debt]
    tried = [try(0 / 0, "undecided"), try(local.much - local.much, "undecided"), can(local.much * 0), try(tostring(local.debt), "no text")]
    keys  = { (local.much) = "much" }
  }
}
