module "this" {
  version = "0.24.1"
}
