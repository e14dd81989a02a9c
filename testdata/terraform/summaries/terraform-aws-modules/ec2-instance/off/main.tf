module "six" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "6.4.0"

  create                      = false
  create_iam_instance_profile = true
  ebs_volumes                 = { a = { size = 1 } }
}

module "five" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "5.8.0"

  create     = false
  create_eip = true
}

module "four" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "4.5.0"
  create  = false
}

module "three" {
  source  = "terraform-aws-modules/ec2-instance/aws"
  version = "3.6.0"
  create  = false
}
