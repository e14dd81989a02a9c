module "dns_master" {
  version = "0.12.2"
}

module "dns_replicas" {
  version = "0.12.2"
}
