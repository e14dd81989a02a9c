variable "spot" {
  default = true
}

module "maybe" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "3.6.0"

  name                 = "maybe"
  ami                  = "ami-0123456789abcdef0"
  create_spot_instance = var.spot
  spot_price           = "0.1"
  network_interface    = [{ device_index = 0, network_interface_id = "eni-0123456789abcdef0" }]
}

module "spot" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "3.6.0"

  name                 = "spot"
  create_spot_instance = true
  launch_template      = { name = "spot", version = "3" }
}

output "ids" {
  value = [module.maybe.id, module.spot.id]
}
