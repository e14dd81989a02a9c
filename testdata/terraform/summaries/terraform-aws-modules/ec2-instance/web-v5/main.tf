variable "subnet_ids" {
  default = ["subnet-0a", "subnet-0b"]
}

resource "aws_security_group" "web" {}

module "web" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  instance_initiated_shutdown_behavior = "terminate"
  count                                = 2

  name                   = "web-${count.index + 1}"
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "c5.xlarge"
  subnet_id              = element(var.subnet_ids, count.index)
  vpc_security_group_ids = [aws_security_group.web.id]
  create_eip             = true
  placement_group        = "web"
  user_data              = file("${path.module}/boot.sh")

  enable_volume_tags = false
  root_block_device = [
    {
      encrypted   = true
      volume_type = "gp3"
      throughput  = 200
      volume_size = 50
      tags        = { Name = "root" }
    },
  ]
  ebs_block_device = [
    {
      device_name = "/dev/sdf"
      volume_type = "gp3"
      volume_size = 5
      encrypted   = true
    },
  ]
  tags = { Environment = "prod" }
}

module "image" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  name                        = "image"
  ignore_ami_changes          = true
  create_iam_instance_profile = true
  iam_role_name               = "image"
  iam_role_use_name_prefix    = false
  iam_role_policies           = { own = aws_iam_policy.own.arn }
  instance_tags               = { Name = "other" }
}

resource "aws_iam_policy" "own" {
  policy = "{}"
}

resource "aws_lb_target_group_attachment" "web" {
  count            = 2
  target_group_arn = "arn:x"
  target_id        = module.web[count.index].id
}

resource "aws_route53_record" "web" {
  name    = "www"
  type    = "A"
  ttl     = 60
  records = module.web[*].public_ip
}
