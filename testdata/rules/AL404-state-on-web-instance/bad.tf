resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# Installed and started.
resource "aws_launch_template" "mysql" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "aws_autoscaling_group.mysql serves the web and runs MySQL or MariaDB on the same instance"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y httpd mariadb-server
    systemctl enable --now mariadb
    systemctl start httpd
  EOT
  )
}

resource "aws_autoscaling_group" "mysql" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.mysql.id
    version = aws_launch_template.mysql.latest_version
  }
}

# Debian starts what it installs.
resource "aws_launch_template" "debian" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs PostgreSQL on"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    sudo apt-get update && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y apache2 postgresql-14
  EOT
  )
}

resource "aws_autoscaling_group" "debian" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.debian.id
    version = aws_launch_template.debian.latest_version
  }
}

# In a container.
resource "aws_launch_template" "container" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs Redis on"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    docker run -d --name cache -p 6379:6379 registry.example.com/library/redis:7-alpine
  EOT
  )
}

resource "aws_autoscaling_group" "container" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.container.id
    version = aws_launch_template.container.latest_version
  }
}

# With others.
resource "aws_launch_template" "compose" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs MongoDB on"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    cat > /opt/app/docker-compose.yml <<EOF
    services:
      web:
        image: example/web:1
      db:
        image: mongo:6
    EOF
    cd /opt/app && docker-compose up -d
  EOT
  )
}

resource "aws_autoscaling_group" "compose" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.compose.id
    version = aws_launch_template.compose.latest_version
  }
}

# Two of them.
resource "aws_launch_template" "several" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs MySQL or MariaDB and Memcached on"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    service mysqld start
    /etc/init.d/memcached restart
  EOT
  )
}

resource "aws_autoscaling_group" "several" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.several.id
    version = aws_launch_template.several.latest_version
  }
}

# Files for others.
resource "aws_launch_template" "files" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs an NFS server on"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y nfs-utils
    echo "/srv *(rw)" >> /etc/exports
    systemctl start nfs-server
  EOT
  )
}

resource "aws_autoscaling_group" "files" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.files.id
    version = aws_launch_template.files.latest_version
  }
}

# By cloud-config.
resource "aws_launch_template" "cloud_config" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL404 "runs Redis on"
  user_data = base64encode(<<-EOT
    #cloud-config
    packages: [nginx, redis6]
    runcmd:
      - systemctl start redis6
  EOT
  )
}

resource "aws_autoscaling_group" "cloud_config" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.cloud_config.id
    version = aws_launch_template.cloud_config.latest_version
  }
}
