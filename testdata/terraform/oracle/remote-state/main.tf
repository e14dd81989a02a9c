data "terraform_remote_state" "network" {
  backend = "local"
  config = {
    path = "network/terraform.tfstate"
  }
}

data "terraform_remote_state" "with_defaults" {
  backend = "local"
  config = {
    path = "${path.module}/network/terraform.tfstate"
  }
  defaults = {
    name  = "not used"
    spare = "spare"
  }
}

data "terraform_remote_state" "each" {
  for_each = toset(["network"])
  backend  = "local"
  config = {
    path = "${each.key}/terraform.tfstate"
  }
}

locals {
  outputs = data.terraform_remote_state.network.outputs
}

resource "terraform_data" "outputs" {
  input = {
    name    = data.terraform_remote_state.network.outputs.name
    indexed = data.terraform_remote_state.network.outputs["name"]
    zone    = data.terraform_remote_state.network.outputs.zones[1]
    zones   = join(",", data.terraform_remote_state.network.outputs.zones)
    public  = local.outputs.subnets["public"].cidr
    cidrs   = [for k, s in local.outputs.subnets : "${k} ${s.cidr}"]
    missing = try(data.terraform_remote_state.network.outputs.missing, "missing")
    has     = can(data.terraform_remote_state.network.outputs.name)
    unused  = data.terraform_remote_state.with_defaults.outputs.name
    spare   = data.terraform_remote_state.with_defaults.outputs.spare
    looked  = lookup(data.terraform_remote_state.with_defaults.outputs, "spare", "not there")
    each    = data.terraform_remote_state.each["network"].outputs.name
    where   = data.terraform_remote_state.network.outputs.workspace
  }
}

resource "terraform_data" "zone" {
  count = length(data.terraform_remote_state.network.outputs.zones)
  input = data.terraform_remote_state.network.outputs.zones[count.index]
}

resource "terraform_data" "subnet" {
  for_each = data.terraform_remote_state.network.outputs.subnets
  input    = "${each.key} ${each.value.cidr}"
}
