variable "multi_az" {
  default = false
}

variable "names" {
  default = ["a", "b"]
}

module "each" {
  source   = "./modules/database"
  count    = length(var.names)
  name     = var.names[count.index]
  multi_az = var.multi_az
}
