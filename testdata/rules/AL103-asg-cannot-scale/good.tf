provider "aws" {
  region = "eu-west-1"
}

resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_autoscaling_group" "grows" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# Nothing sends it requests: a worker of which there is one.
resource "aws_security_group" "worker" {
  vpc_id = "vpc-1"
}

resource "aws_launch_template" "plain" {
  vpc_security_group_ids = [aws_security_group.worker.id]
  user_data = base64encode("#!/bin/bash\nsystemctl start worker\n")
}

resource "aws_autoscaling_group" "worker" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id = aws_launch_template.plain.id
  }
}

# Never runs an instance.
resource "aws_autoscaling_group" "off" {
  min_size           = 0
  max_size           = 0
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

# Two that heal themselves: their files outlive them.
resource "aws_launch_template" "files" {
  user_data = base64encode("#!/bin/bash\nmount -t efs -o tls fs-0123456789abcdef0:/ /var/lib/jenkins\n")
}

resource "aws_autoscaling_group" "files" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.files.id
  }
}

resource "aws_launch_template" "volume" {
  user_data = base64encode("#!/bin/bash\naws ec2 attach-volume --volume-id vol-1 --instance-id $ID --device /dev/sdf\nmount /dev/sdf /srv/git\n")
}

resource "aws_autoscaling_group" "volume" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.volume.id
  }
}

# Instances of a cluster: what runs on them scales.
resource "aws_launch_template" "node" {
  user_data = base64encode("#!/bin/bash\necho ECS_CLUSTER=apps >> /etc/ecs/ecs.config\n")
}

resource "aws_autoscaling_group" "node" {
  min_size           = 2
  max_size           = 2
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.node.id
  }
}

# A schedule lets it grow in the daytime.
resource "aws_autoscaling_group" "larger_by_day" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]
}

resource "aws_autoscaling_schedule" "day" {
  scheduled_action_name  = "day"
  autoscaling_group_name = aws_autoscaling_group.larger_by_day.name
  min_size               = 2
  max_size               = 8
  recurrence             = "0 6 * * *"
}

# Its number is part of the quorum's configuration.
resource "aws_launch_template" "vault" {
  user_data = base64encode("#!/bin/bash\n/opt/vault/bin/run-vault --tls-cert-file /etc/vault.crt\n")
}

resource "aws_autoscaling_group" "vault" {
  min_size           = 3
  max_size           = 3
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.vault.id
  }
}

# A NAT instance becomes the route of its zone.
resource "aws_launch_template" "nat" {
  user_data = base64encode("#!/bin/bash\naws ec2 replace-route --route-table-id rtb-1 --destination-cidr-block 0.0.0.0/0 --instance-id $ID\n")
}

resource "aws_autoscaling_group" "nat" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.nat.id
  }
}

# Mounted once the file system answers.
resource "aws_launch_template" "later" {
  user_data = base64encode("#!/bin/bash\nmkdir /data && echo \"fs-1:/ /data efs tls,_netdev 0 0\" >> /etc/fstab && while ! (echo > /dev/tcp/fs-1/2049) >/dev/null 2>&1; do sleep 5; done && mount -a -t efs\n")
}

resource "aws_autoscaling_group" "later" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]
  target_group_arns  = [aws_lb_target_group.web.arn]

  launch_template {
    id = aws_launch_template.later.id
  }
}
