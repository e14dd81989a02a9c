resource "aws_security_group" "web" {
  vpc_id = "vpc-1"
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  image_id               = "ami-1"
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  launch_template {
    id = aws_launch_template.web.id
  }
}

# The published module writes an empty list of prefix lists beside the group.
module "database_group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "database"
  vpc_id = "vpc-1"

  ingress_with_source_security_group_id = [
    {
      rule                     = "mysql-tcp"
      source_security_group_id = aws_security_group.web.id
    },
  ]
}

resource "aws_db_instance" "main" { # want AL502 "every read of aws_autoscaling_group.web goes to aws_db_instance.main: it has no read replica, and the fleet reaches no cache"
  engine                 = "mysql"
  instance_class         = "db.t4g.medium"
  multi_az               = true
  vpc_security_group_ids = [module.database_group.security_group_id]
}

# A cache that only the batch jobs reach.
resource "aws_security_group" "batch" {
  vpc_id = "vpc-1"
}

module "cache_group" {
  source  = "terraform-aws-modules/security-group/aws"
  version = "5.3.1"

  name   = "cache"
  vpc_id = "vpc-1"

  ingress_with_source_security_group_id = [
    {
      rule                     = "redis-tcp"
      source_security_group_id = aws_security_group.batch.id
    },
  ]
}

resource "aws_elasticache_replication_group" "batch" {
  replication_group_id = "batch"
  description          = "for the batch jobs"
  num_cache_clusters   = 2
  security_group_ids   = [module.cache_group.security_group_id]
}
