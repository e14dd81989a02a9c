module "burstable" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.5.0"

  name                   = "web"
  instance_count         = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t2.micro"
  subnet_id              = "subnet-0a"
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
}

module "plain" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.5.0"

  name                   = "db"
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m5.large"
  subnet_ids             = ["subnet-0a", "subnet-0b"]
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  root_block_device      = [{ volume_size = 10 }]
  user_data              = "docker run mysql"
}

module "middle" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.8.0"

  name                   = "middle"
  instance_count         = 2
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t2.micro"
  subnet_ids             = ["subnet-0a", "subnet-0b"]
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
}

module "earliest" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.1.0"

  name                   = "earliest"
  ami                    = "ami-1"
  instance_type          = "t2.micro"
  subnet_id              = "subnet-1"
  vpc_security_group_ids = ["sg-1"]
}

module "later" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "2.7.0"

  name                                 = "later"
  ami                                  = "ami-1"
  instance_type                        = "m5.large"
  subnet_id                            = "subnet-1"
  vpc_security_group_ids               = ["sg-1"]
  instance_initiated_shutdown_behavior = "terminate"
}
