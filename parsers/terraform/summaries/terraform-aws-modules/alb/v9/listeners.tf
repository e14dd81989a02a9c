resource "aws_lb_listener" "this" {
  for_each = { for k, v in var.listeners : k => v if local.create }

  load_balancer_arn = aws_lb.this[0].arn
  port              = try(each.value.port, var.default_port)
  protocol          = try(each.value.protocol, var.default_protocol)

  dynamic "default_action" {
    for_each = try([each.value.authenticate_cognito], [])

    content {
      type  = "authenticate-cognito"
      order = try(default_action.value.order, null)

      authenticate_cognito {
        user_pool_arn                       = default_action.value.user_pool_arn
        user_pool_client_id                 = default_action.value.user_pool_client_id
        user_pool_domain                    = default_action.value.user_pool_domain
        on_unauthenticated_request          = try(default_action.value.on_unauthenticated_request, null)
        authentication_request_extra_params = try(default_action.value.authentication_request_extra_params, null)
        scope                               = try(default_action.value.scope, null)
        session_cookie_name                 = try(default_action.value.session_cookie_name, null)
        session_timeout                     = try(default_action.value.session_timeout, null)
      }
    }
  }

  dynamic "default_action" {
    for_each = try([each.value.authenticate_oidc], [])

    content {
      type  = "authenticate-oidc"
      order = try(default_action.value.order, null)

      authenticate_oidc {
        issuer                              = default_action.value.issuer
        authorization_endpoint              = default_action.value.authorization_endpoint
        token_endpoint                      = default_action.value.token_endpoint
        user_info_endpoint                  = default_action.value.user_info_endpoint
        client_id                           = default_action.value.client_id
        client_secret                       = default_action.value.client_secret
        on_unauthenticated_request          = try(default_action.value.on_unauthenticated_request, null)
        authentication_request_extra_params = try(default_action.value.authentication_request_extra_params, null)
        scope                               = try(default_action.value.scope, null)
        session_cookie_name                 = try(default_action.value.session_cookie_name, null)
        session_timeout                     = try(default_action.value.session_timeout, null)
      }
    }
  }

  dynamic "default_action" {
    for_each = try([each.value.fixed_response], [])

    content {
      type  = "fixed-response"
      order = try(default_action.value.order, null)

      fixed_response {
        content_type = default_action.value.content_type
        message_body = try(default_action.value.message_body, null)
        status_code  = try(default_action.value.status_code, null)
      }
    }
  }

  dynamic "default_action" {
    for_each = try([each.value.forward], [])

    content {
      type             = "forward"
      order            = try(default_action.value.order, null)
      target_group_arn = length(try(default_action.value.target_groups, [])) > 0 ? null : try(default_action.value.arn, aws_lb_target_group.this[default_action.value.target_group_key].arn, null)
    }
  }

  dynamic "default_action" {
    for_each = try([each.value.weighted_forward], [])

    content {
      type  = "forward"
      order = try(default_action.value.order, null)

      forward {
        dynamic "target_group" {
          for_each = try(default_action.value.target_groups, [])

          content {
            arn    = try(target_group.value.arn, aws_lb_target_group.this[target_group.value.target_group_key].arn, null)
            weight = try(target_group.value.weight, null)
          }
        }

        dynamic "stickiness" {
          for_each = try([default_action.value.stickiness], [])

          content {
            enabled  = try(stickiness.value.enabled, null)
            duration = try(stickiness.value.duration, 60)
          }
        }
      }
    }
  }

  dynamic "default_action" {
    for_each = try([each.value.redirect], [])

    content {
      type  = "redirect"
      order = try(default_action.value.order, null)

      redirect {
        protocol    = try(default_action.value.protocol, null)
        host        = try(default_action.value.host, null)
        port        = try(default_action.value.port, null)
        path        = try(default_action.value.path, null)
        query       = try(default_action.value.query, null)
        status_code = default_action.value.status_code
      }
    }
  }
}

locals {
  listener_rules = flatten([
    for listener_key, listener in var.listeners : [
      for rule_key, rule in lookup(listener, "rules", {}) : merge(rule, { listener_key = listener_key, rule_key = rule_key })
    ]
  ])
}

resource "aws_lb_listener_rule" "this" {
  for_each = { for v in local.listener_rules : "${v.listener_key}/${v.rule_key}" => v if local.create }

  listener_arn = try(each.value.listener_arn, aws_lb_listener.this[each.value.listener_key].arn)
  priority     = try(each.value.priority, null)

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "authenticate-cognito"]

    content {
      type  = "authenticate-cognito"
      order = try(action.value.order, null)

      authenticate_cognito {
        user_pool_arn                       = action.value.user_pool_arn
        user_pool_client_id                 = action.value.user_pool_client_id
        user_pool_domain                    = action.value.user_pool_domain
        on_unauthenticated_request          = try(action.value.on_unauthenticated_request, null)
        authentication_request_extra_params = try(action.value.authentication_request_extra_params, null)
        scope                               = try(action.value.scope, null)
        session_cookie_name                 = try(action.value.session_cookie_name, null)
        session_timeout                     = try(action.value.session_timeout, null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "authenticate-oidc"]

    content {
      type  = "authenticate-oidc"
      order = try(action.value.order, null)

      authenticate_oidc {
        issuer                              = action.value.issuer
        authorization_endpoint              = action.value.authorization_endpoint
        token_endpoint                      = action.value.token_endpoint
        user_info_endpoint                  = action.value.user_info_endpoint
        client_id                           = action.value.client_id
        client_secret                       = action.value.client_secret
        on_unauthenticated_request          = try(action.value.on_unauthenticated_request, null)
        authentication_request_extra_params = try(action.value.authentication_request_extra_params, null)
        scope                               = try(action.value.scope, null)
        session_cookie_name                 = try(action.value.session_cookie_name, null)
        session_timeout                     = try(action.value.session_timeout, null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "redirect"]

    content {
      type  = "redirect"
      order = try(action.value.order, null)

      redirect {
        protocol    = try(action.value.protocol, null)
        host        = try(action.value.host, null)
        port        = try(action.value.port, null)
        path        = try(action.value.path, null)
        query       = try(action.value.query, null)
        status_code = action.value.status_code
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "fixed-response"]

    content {
      type  = "fixed-response"
      order = try(action.value.order, null)

      fixed_response {
        content_type = action.value.content_type
        message_body = try(action.value.message_body, null)
        status_code  = try(action.value.status_code, null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "forward"]

    content {
      type             = "forward"
      order            = try(action.value.order, null)
      target_group_arn = try(action.value.target_group_arn, aws_lb_target_group.this[action.value.target_group_key].arn, null)
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type == "weighted-forward"]

    content {
      type  = "forward"
      order = try(action.value.order, null)

      forward {
        dynamic "target_group" {
          for_each = try(action.value.target_groups, [])

          content {
            arn    = try(target_group.value.arn, aws_lb_target_group.this[target_group.value.target_group_key].arn)
            weight = try(target_group.value.weight, null)
          }
        }

        dynamic "stickiness" {
          for_each = try([action.value.stickiness], [])

          content {
            enabled  = try(stickiness.value.enabled, null)
            duration = try(stickiness.value.duration, 60)
          }
        }
      }
    }
  }
}
