module "dns" {
  version = "0.12.2"
}
