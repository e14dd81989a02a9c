# A dump.
resource "aws_launch_template" "dump" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL119 "every new instance of aws_autoscaling_group.dump imports data: mysql < /opt/dump.sql"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    aws s3 cp s3://example/dump.sql /opt/dump.sql
    mysql -h db.example.com -u app shop < /opt/dump.sql
  EOT
  )
}

resource "aws_autoscaling_group" "dump" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.dump.id
    version = aws_launch_template.dump.latest_version
  }
}

# A packed one.
resource "aws_launch_template" "packed" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL119 "imports data: zcat /opt/data.sql.gz \| psql"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    zcat /opt/data.sql.gz | psql -h db.example.com shop
  EOT
  )
}

resource "aws_autoscaling_group" "packed" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.packed.id
    version = aws_launch_template.packed.latest_version
  }
}

# Seeds of a framework.
resource "aws_launch_template" "seeds" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL119 "imports data: rake db:seed"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    cd /srv/app
    sudo -u deploy bash -c "RAILS_ENV=production bundle exec rake db:seed"
  EOT
  )
}

resource "aws_autoscaling_group" "seeds" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.seeds.id
    version = aws_launch_template.seeds.latest_version
  }
}

# A volume that is filled.
resource "aws_launch_template" "volume" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL119 "formats a volume and fills /data from elsewhere"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    DEVICE=/dev/nvme1n1
    mkfs -t xfs $DEVICE
    mkdir -p /data
    mount $DEVICE /data
    aws s3 sync s3://example/models /data/models
  EOT
  )
}

resource "aws_autoscaling_group" "volume" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.volume.id
    version = aws_launch_template.volume.latest_version
  }
}

# Rows in the script itself.
resource "aws_launch_template" "rows" {
  image_id      = "ami-1"
  instance_type = "t3.small"
  # want AL119 "imports data: mysql < /opt/rows.sql"
  user_data = base64encode(<<-EOT
    #!/bin/bash
    cat > /opt/rows.sql <<EOF
    INSERT INTO products VALUES (1);
    EOF
    mysql shop < /opt/rows.sql
  EOT
  )
}

resource "aws_autoscaling_group" "rows" {
  min_size           = 2
  max_size           = 6
  availability_zones = ["eu-west-1a", "eu-west-1b"]

  launch_template {
    id      = aws_launch_template.rows.id
    version = aws_launch_template.rows.latest_version
  }
}
