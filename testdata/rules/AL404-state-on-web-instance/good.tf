resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

# Clients.
resource "aws_launch_template" "clients" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    apt-get install -y apache2 mysql-client postgresql-client redis-tools php-memcached nfs-common
    mysql -h db.example.com -e "SELECT 1"
    docker run --rm mysql:8 mysql -h db.example.com -e "SELECT 1"
  EOT
  )
}

resource "aws_autoscaling_group" "clients" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.clients.id
    version = aws_launch_template.clients.latest_version
  }
}

# Installed and never started, or stopped again.
resource "aws_launch_template" "stopped" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y mariadb-server postgresql15-server redis6
    apt-get install -y mysql-server
    systemctl disable --now mysql
    systemctl enable redis6
  EOT
  )
}

resource "aws_autoscaling_group" "stopped" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.stopped.id
    version = aws_launch_template.stopped.latest_version
  }
}

# Words about it.
resource "aws_launch_template" "words" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    # systemctl start mysqld
    echo systemctl start mysqld
    cat > /root/notes <<EOF
    systemctl start mysqld
    EOF
  EOT
  )
}

resource "aws_autoscaling_group" "words" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.words.id
    version = aws_launch_template.words.latest_version
  }
}

# Tools that are called after them.
resource "aws_launch_template" "admin" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    docker run -d phpmyadmin:5
    docker run -d mongo-express
    docker run -d oliver006/redis_exporter
    systemctl start mysqld_exporter
  EOT
  )
}

resource "aws_autoscaling_group" "admin" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.admin.id
    version = aws_launch_template.admin.latest_version
  }
}

# The client has the same package.
resource "aws_launch_template" "nfs_client" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    yum install -y nfs-utils
    service nfs start
    mount -t nfs4 fs-1.efs.eu-west-1.amazonaws.com:/ /srv
  EOT
  )
}

resource "aws_autoscaling_group" "nfs_client" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.nfs_client.id
    version = aws_launch_template.nfs_client.latest_version
  }
}

# Another system.
resource "aws_launch_template" "windows" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    <powershell>
    choco install mysql
    systemctl start mysqld
    </powershell>
  EOT
  )
}

resource "aws_autoscaling_group" "windows" {
  min_size           = 2
  max_size           = 6
  target_group_arns  = [aws_lb_target_group.web.arn]
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.windows.id
    version = aws_launch_template.windows.latest_version
  }
}
