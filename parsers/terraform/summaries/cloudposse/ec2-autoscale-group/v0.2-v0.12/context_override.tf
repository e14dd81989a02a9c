module "this" {
  version = "0.22.1"
}
