# The boot script of a fleet puts sessions there, by way of a variable.
resource "aws_elasticache_replication_group" "hot" {
  replication_group_id = "hot"
  description          = "answers"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1 # want AL402 "hot keeps sessions .by the settings of aws_autoscaling_group.web. in a single node: they all end with it; aws_autoscaling_group.web depends on it"
}

resource "aws_security_group" "web" {
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "web" {
  vpc_security_group_ids = [aws_security_group.web.id]

  user_data = base64encode(<<-EOT
    #!/bin/bash
    HOST=${aws_elasticache_replication_group.hot.primary_endpoint_address}
    sed -i "/^\$CFG->admin.*/a \$CFG->session_redis_host = '$HOST';" /var/www/html/config.php
  EOT
  )
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id = aws_launch_template.web.id
  }
}
