variable "number" {
  default = 3
}

resource "aws_subnet" "web" {
  count             = 2
  availability_zone = ["eu-west-1a", "eu-west-1b"][count.index]
}

module "fleet" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.21.0"

  instance_initiated_shutdown_behavior = "terminate"

  name                        = "web"
  instance_count              = var.number
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t2.micro"
  subnet_ids                  = aws_subnet.web[*].id
  private_ips                 = ["10.0.0.5", "10.0.0.6"]
  vpc_security_group_ids      = [aws_security_group.web.id]
  associate_public_ip_address = true
  root_block_device = [
    {
      volume_type = "gp2"
      volume_size = 10
    },
  ]
  ebs_block_device = [
    {
      device_name = "/dev/sdf"
      volume_size = 5
    },
  ]
  tags = { Env = "private" }
}

resource "aws_security_group" "web" {}

resource "aws_elb" "web" {
  instances = module.fleet.id
}

resource "aws_eip" "web" {
  count    = var.number
  instance = module.fleet.id[count.index]
}
