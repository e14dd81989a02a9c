locals {
  groups = { for key, group in var.node_groups : key => merge({
    desired_capacity              = var.workers_group_defaults["asg_desired_capacity"]
    iam_role_arn                  = var.default_iam_role_arn
    instance_types                = [var.workers_group_defaults["instance_type"]]
    key_name                      = var.workers_group_defaults["key_name"]
    launch_template_id            = var.workers_group_defaults["launch_template_id"]
    launch_template_version       = var.workers_group_defaults["launch_template_version"]
    set_instance_types_on_lt      = false
    max_capacity                  = var.workers_group_defaults["asg_max_size"]
    min_capacity                  = var.workers_group_defaults["asg_min_size"]
    subnets                       = var.workers_group_defaults["subnets"]
    create_launch_template        = false
    eni_delete                    = var.workers_group_defaults["eni_delete"]
    public_ip                     = var.workers_group_defaults["public_ip"]
    additional_security_group_ids = var.workers_group_defaults["additional_security_group_ids"]
    taints                        = []
    update_default_version        = true
  }, var.node_groups_defaults, group) if var.create_eks }

  names = { for key, group in local.groups : key => lookup(group, "name", lookup(group, "name_prefix", join("-", [var.cluster_name, key]))) }
}

resource "aws_eks_node_group" "workers" {
  for_each = local.groups

  cluster_name           = var.cluster_name
  node_group_name        = lookup(each.value, "name", null)
  node_group_name_prefix = lookup(each.value, "name", null) == null ? local.names[each.key] : null
  node_role_arn          = each.value["iam_role_arn"]
  labels                 = merge(lookup(var.node_groups_defaults, "k8s_labels", {}), lookup(var.node_groups[each.key], "k8s_labels", {}))
  tags                   = merge(var.tags, lookup(var.node_groups_defaults, "additional_tags", {}), lookup(var.node_groups[each.key], "additional_tags", {}))

  subnet_ids = each.value["subnets"]
  scaling_config {
    min_size     = each.value["min_capacity"]
    max_size     = each.value["max_capacity"]
    desired_size = each.value["desired_capacity"]
  }
  dynamic "update_config" {
    for_each = try(each.value.update_config.max_unavailable_percentage > 0, each.value.update_config.max_unavailable > 0, false) ? [1] : []
    content {
      max_unavailable_percentage = try(each.value.update_config.max_unavailable_percentage, null)
      max_unavailable            = try(each.value.update_config.max_unavailable, null)
    }
  }

  ami_type       = lookup(each.value, "ami_type", null)
  capacity_type  = lookup(each.value, "capacity_type", null)
  instance_types = !each.value["set_instance_types_on_lt"] ? each.value["instance_types"] : null
  dynamic "launch_template" {
    for_each = each.value["launch_template_id"] != null ? [1] : []
    content {
      id      = each.value["launch_template_id"]
      version = each.value["launch_template_version"]
    }
  }
  dynamic "launch_template" {
    for_each = each.value["launch_template_id"] == null && each.value["create_launch_template"] ? [1] : []
    content {
      id      = aws_launch_template.workers[each.key].id
      version = local.versions[each.key]
    }
  }
  dynamic "remote_access" {
    for_each = each.value["key_name"] != "" && each.value["launch_template_id"] == null && !each.value["create_launch_template"] ? [1] : []
    content {
      ec2_ssh_key               = each.value["key_name"]
      source_security_group_ids = lookup(each.value, "source_security_group_ids", [])
    }
  }
  dynamic "taint" {
    for_each = each.value["taints"]
    content {
      key    = taint.value["key"]
      value  = taint.value["value"]
      effect = taint.value["effect"]
    }
  }

  # The number of nodes is left to a cluster autoscaler.
  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }
}

resource "aws_launch_template" "workers" {
  for_each = { for key, group in local.groups : key => group if group["create_launch_template"] }

  name                   = null
  name_prefix            = local.names[each.key]
  tags                   = merge(var.tags, lookup(var.node_groups_defaults, "additional_tags", {}), lookup(var.node_groups[each.key], "additional_tags", {}))
  image_id               = lookup(each.value, "ami_id", null)
  instance_type          = each.value["set_instance_types_on_lt"] ? element(each.value.instance_types, 0) : null
  key_name               = lookup(each.value, "key_name", null)
  update_default_version = lookup(each.value, "update_default_version", true)
  security_group_names   = null
  vpc_security_group_ids = null

  network_interfaces {
    associate_public_ip_address = lookup(each.value, "public_ip", null)
    delete_on_termination       = lookup(each.value, "eni_delete", null)
    security_groups             = compact(flatten([var.worker_security_group_id, var.worker_additional_security_group_ids, lookup(each.value, "additional_security_group_ids", null)]))
  }
  dynamic "iam_instance_profile" {
    for_each = []
    content {}
  }
  dynamic "placement" {
    for_each = []
    content {}
  }
  dynamic "instance_market_options" {
    for_each = []
    content {}
  }
}

output "node_groups" {
  value = aws_eks_node_group.workers
}
