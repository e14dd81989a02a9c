variable "instances" {
  default = {
    one = { type = "t3.micro", az = "us-east-1a" }
    two = { type = "m5.large", az = "us-east-1b" }
  }
}

module "data" {
  source   = "terraform-aws-modules/ec2-instance/aws"
  version  = "6.4.0"
  for_each = var.instances

  name                  = each.key
  ami                   = "ami-0123456789abcdef0"
  instance_type         = each.value.type
  availability_zone     = each.value.az
  subnet_id             = "subnet-0a"
  create_security_group = false
  iam_instance_profile  = "data"
  user_data_base64      = base64encode("mkfs -t xfs /dev/sdf && mount /dev/sdf /data")

  ebs_volumes = {
    "/dev/sdf" = {
      size      = 5
      encrypted = true
      tags      = { MountPoint = "/mnt/data" }
    }
    logs = {
      device_name          = "/dev/sdg"
      size                 = 10
      type                 = "io2"
      multi_attach_enabled = true
    }
  }
}

module "appliance" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"

  name              = "nat"
  ami               = "ami-0123456789abcdef0"
  source_dest_check = false
  network_interface = {
    "0" = { network_interface_id = aws_network_interface.nat.id, delete_on_termination = false }
  }
}

resource "aws_network_interface" "nat" {
  subnet_id = "subnet-0a"
}

output "all" {
  value = [for m in module.data : m.private_ip]
}
