variable "azs" {
  type    = list(string)
  default = ["a", "b"]
}

locals {
  n       = length(var.azs)
  letters = ["x", "y", "z"]
}

resource "terraform_data" "picked" {
  count = 5
  input = {
    modulo  = var.azs[count.index % length(var.azs)]
    local   = var.azs[count.index % local.n]
    element = element(local.letters, count.index + length(var.azs))
    least   = local.letters[min(count.index, length(var.azs) - 1)]
    last    = local.letters[local.n - 1]
  }
}

resource "terraform_data" "ranges" {
  input = {
    indexes = [for i in range(length(var.azs)) : local.letters[i]]
    sliced  = slice(local.letters, 0, length(var.azs))
    twice   = local.letters[length(slice(local.letters, 0, length(var.azs)))]
    keyed   = { for i in range(local.n) : i => var.azs[i] }
    chunks  = chunklist(local.letters, length(var.azs))
    rounded = ceil(length(local.letters) / length(var.azs))
    text    = "${length(var.azs)} of ${max(local.n, 3)}"
    tested  = local.n == 2 ? "two" : "more"
  }
}

resource "terraform_data" "keyed" {
  for_each = { for i in range(length(var.azs)) : "n${i}" => var.azs[i] }
  input    = [each.key, each.value, local.letters[length(each.key)]]
}
