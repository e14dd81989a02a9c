# A database that is there already stays as it is.
resource "aws_launch_template" "schema" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mysql -h db.example.com -e "CREATE DATABASE IF NOT EXISTS shop"
    rake db:migrate
  EOT
  )
}

resource "aws_autoscaling_group" "schema" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.schema.id
    version = aws_launch_template.schema.latest_version
  }
}

# Only where there is nothing yet.
resource "aws_launch_template" "guarded" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    if [ -z "$(mysql -N -e 'show tables' shop)" ]; then
      mysql shop < /opt/dump.sql
    fi
    [ -s /data/models ] || aws s3 sync s3://example/models /data/models
  EOT
  )
}

resource "aws_autoscaling_group" "guarded" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.guarded.id
    version = aws_launch_template.guarded.latest_version
  }
}

# Room for scratch data.
resource "aws_launch_template" "scratch" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mkfs -t xfs /dev/nvme1n1
    mkdir -p /scratch
    mount /dev/nvme1n1 /scratch
  EOT
  )
}

resource "aws_autoscaling_group" "scratch" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.scratch.id
    version = aws_launch_template.scratch.latest_version
  }
}

# What is fetched goes elsewhere.
resource "aws_launch_template" "elsewhere" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mkfs -t xfs /dev/nvme1n1
    mount /dev/nvme1n1 /scratch
    aws s3 cp s3://example/app.jar /opt/app.jar
    cp -a /var/log /scratch/log
    aws s3 cp s3://example/app.conf /scratch/app.conf
  EOT
  )
}

resource "aws_autoscaling_group" "elsewhere" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.elsewhere.id
    version = aws_launch_template.elsewhere.latest_version
  }
}

# One instance is no fleet.
resource "aws_launch_template" "single" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mysql shop < /opt/dump.sql
  EOT
  )
}

resource "aws_autoscaling_group" "single" {
  min_size           = 1
  max_size           = 1
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.single.id
    version = aws_launch_template.single.latest_version
  }
}

# A dump that goes out.
resource "aws_launch_template" "backup" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    mysqldump -h db.example.com shop > /opt/dump.sql
    aws s3 cp /opt/dump.sql s3://example/dump.sql
  EOT
  )
}

resource "aws_autoscaling_group" "backup" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.backup.id
    version = aws_launch_template.backup.latest_version
  }
}
