resource "aws_instance" "this" {
  dynamic "instance_market_options" {
    for_each = var.instance_market_options[*]
    content {
      market_type = lookup(instance_market_options.value, "market_type", null)
      dynamic "spot_options" {
        for_each = lookup(instance_market_options.value, "spot_options", null)[*]
        content {
          instance_interruption_behavior = lookup(spot_options.value, "instance_interruption_behavior", null)
          max_price                      = lookup(spot_options.value, "max_price", null)
          spot_instance_type             = lookup(spot_options.value, "spot_instance_type", null)
          valid_until                    = lookup(spot_options.value, "valid_until", null)
        }
      }
    }
  }
}

resource "aws_instance" "ignore_ami" {
  dynamic "instance_market_options" {
    for_each = var.instance_market_options[*]
    content {
      market_type = lookup(instance_market_options.value, "market_type", null)
      dynamic "spot_options" {
        for_each = lookup(instance_market_options.value, "spot_options", null)[*]
        content {
          instance_interruption_behavior = lookup(spot_options.value, "instance_interruption_behavior", null)
          max_price                      = lookup(spot_options.value, "max_price", null)
          spot_instance_type             = lookup(spot_options.value, "spot_instance_type", null)
          valid_until                    = lookup(spot_options.value, "valid_until", null)
        }
      }
    }
  }
}

resource "aws_spot_instance_request" "this" {
  lifecycle {
    ignore_changes = [ebs_block_device]
  }
}
