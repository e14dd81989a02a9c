# Maps of settings that a module fills in with defaults, overrides by key and hands to another.
module "services" {
  source = "./services"

  defaults = { cpu = 256, memory = 512, env = { LOG = "info" }, ports = [80] }

  services = {
    api    = { cpu = 512, env = { DB = "pg" }, ports = [8080, 9090] }
    web    = { memory = 1024, env = {} }
    worker = { ports = [], schedule = "rate(1 hour)" }
  }

  overrides = { web = { cpu = 1024 } }
}

resource "terraform_data" "read" {
  input = [module.services.names, module.services.total, module.services.ports]
}
