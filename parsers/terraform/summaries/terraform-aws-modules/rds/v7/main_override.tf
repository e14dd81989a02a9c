module "db_instance" {
  region = var.region
}

module "db_subnet_group" {
  region = var.region
}
