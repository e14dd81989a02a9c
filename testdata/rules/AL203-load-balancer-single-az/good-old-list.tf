# Terraform 0.11 spread the list inside of the list out.
module "alb" {
  source  = "terraform-aws-modules/alb/aws"
  version = "3.7.0"

  load_balancer_name = "web"
  vpc_id             = "vpc-1"
  security_groups    = ["sg-1"]
  subnets            = ["${local.public}"]
}

locals {
  public = ["${aws_subnet.public.*.id}"]
}

resource "aws_subnet" "public" {
  count             = 2
  vpc_id            = "vpc-1"
  cidr_block        = "10.0.${count.index}.0/24"
  availability_zone = "${element(list("eu-west-1a", "eu-west-1b"), count.index)}"
}
