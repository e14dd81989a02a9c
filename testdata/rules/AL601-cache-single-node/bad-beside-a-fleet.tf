# The message names the fleet that comes to harm.
resource "aws_security_group" "web" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "cache" {
  ingress {
    from_port       = 6379
    to_port         = 6379
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_launch_template" "web" {
  vpc_security_group_ids = [aws_security_group.web.id]
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_elasticache_replication_group" "hot" {
  replication_group_id = "hot"
  description          = "answers"
  node_type            = "cache.m7g.large"
  security_group_ids   = [aws_security_group.cache.id]
  num_cache_clusters   = 1 # want AL601 "all that it holds is lost; aws_autoscaling_group.web depends on it"
}
