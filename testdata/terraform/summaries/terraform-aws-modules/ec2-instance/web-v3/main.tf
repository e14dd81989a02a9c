module "web" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "3.6.0"

  instance_initiated_shutdown_behavior = "terminate"
  for_each                             = toset(["one", "two"])

  name                   = "web-${each.key}"
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "t2.micro"
  monitoring             = true
  subnet_id              = "subnet-0a"
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
  iam_instance_profile   = "web"
  root_block_device = [
    {
      encrypted   = true
      volume_size = "50"
    },
  ]
  tags = { Terraform = "true" }
}

resource "aws_elb_attachment" "web" {
  for_each = module.web
  elb      = "web"
  instance = each.value.id
}
