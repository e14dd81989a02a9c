# A module called for two environments: one fault, told once.
module "cache" {
  source   = "./cache"
  for_each = toset(["blue", "green"])
  name     = each.key
}

module "large" {
  source = "./cache"
  name   = "large"
  nodes  = 3
}
