variable "instance_type" {
  default = "t3.micro"
}

module "bastion" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "4.5.0"

  name                        = "bastion"
  instance_type               = var.instance_type
  key_name                    = "ops"
  subnet_id                   = aws_subnet.public[0].id
  vpc_security_group_ids      = [aws_security_group.ssh.id]
  associate_public_ip_address = true
  create_iam_instance_profile = true
  iam_role_name               = "bastion"
}

resource "aws_subnet" "public" {
  count             = 2
  availability_zone = ["us-east-1a", "us-east-1b"][count.index]
}

resource "aws_security_group" "ssh" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_eip" "bastion" {
  instance = module.bastion.id
}

module "db" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "4.5.0"

  name = "db"
  ami  = "ami-0123456789abcdef0"
  ebs_block_device = [
    {
      device_name = "/dev/sdf"
      volume_size = 5
    },
  ]
}
