locals {
  default_name = "Default Security Group"
}
