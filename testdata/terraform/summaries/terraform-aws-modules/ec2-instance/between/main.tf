module "four_one" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "4.1.4"

  name                 = "four-one"
  iam_instance_profile = "web"
  ebs_block_device     = [{ device_name = "/dev/sdf", volume_size = 5 }]
}

module "four_three" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "4.3.0"

  name                        = "four-three"
  create_iam_instance_profile = true
}

module "five_four" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.4.0"

  name          = "five-four"
  ami           = "ami-0123456789abcdef0"
  instance_tags = { Role = "web" }
}

module "six" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.0.2"

  ami                          = "ami-0123456789abcdef0"
  security_group_name          = "six"
  security_group_ingress_rules = { http = { from_port = 80, cidr_ipv4 = "0.0.0.0/0" } }
}
