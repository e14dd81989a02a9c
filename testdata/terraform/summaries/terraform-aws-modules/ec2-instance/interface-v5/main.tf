module "nat" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  name              = "nat"
  ami               = "ami-0123456789abcdef0"
  source_dest_check = false
  network_interface = [
    {
      device_index          = 0
      network_interface_id  = aws_network_interface.nat.id
      delete_on_termination = false
    },
  ]
  launch_template = {
    name = "nat"
  }
}

resource "aws_network_interface" "nat" {
  subnet_id         = "subnet-0a"
  source_dest_check = false
}

module "router" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  name              = "router"
  ami               = "ami-0123456789abcdef0"
  subnet_id         = "subnet-0a"
  source_dest_check = false
}
