locals {
  host = module.this.name
}
