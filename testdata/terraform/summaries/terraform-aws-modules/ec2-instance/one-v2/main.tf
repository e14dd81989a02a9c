module "one" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.21.0"

  name          = "one"
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  subnet_id     = "subnet-0a"
  user_data     = "docker run -d -p 3306:3306 mysql"
}

module "numbered" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.21.0"

  name              = "numbered"
  use_num_suffix    = true
  num_suffix_format = "-%02d"
  ami               = "ami-0123456789abcdef0"
  instance_type     = "m5.large"
  network_interface = [{ device_index = 0, network_interface_id = aws_network_interface.own.id }]
}

module "none" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.21.0"

  name           = "none"
  instance_count = 0
  ami            = "ami-0123456789abcdef0"
  instance_type  = "t2.micro"
  subnet_id      = "subnet-0a"
}

resource "aws_network_interface" "own" {
  subnet_id = "subnet-0a"
}

output "ips" {
  value = module.one.public_ip
}
