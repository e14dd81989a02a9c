# What stands already, or is looked up, is known in the plan by its IDs.

provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  default = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"]
}

# Made long ago, without a zone: AWS chose one.
resource "aws_subnet" "app" {
  count      = 2
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_lb_target_group" "web" {
  port   = 80
  vpc_id = "vpc-0123456789abcdef0"
}

# Named by the IDs of the subnets, which are those above.
resource "aws_autoscaling_group" "by_id" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnet_ids
  target_group_arns   = [aws_lb_target_group.web.arn]
}

# Whose desired size somebody else has set.
resource "aws_autoscaling_group" "by_reference" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.app[*].id
  health_check_type   = "ELB"
}

data "aws_subnet" "found" {
  for_each = toset(["a", "b"])
  tags     = { Name = each.key }
}

resource "aws_autoscaling_group" "found" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [for s in data.aws_subnet.found : s.id]
}

# Another stood here, which the plan deletes.
resource "aws_db_instance" "kept" {
  engine         = "postgres"
  instance_class = "db.m6g.large"
  multi_az       = true
}

output "zones" {
  value = concat(aws_subnet.app[*].availability_zone, aws_autoscaling_group.by_reference[*].desired_capacity)
}
