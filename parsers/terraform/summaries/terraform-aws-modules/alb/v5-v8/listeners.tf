resource "aws_lb_listener" "frontend_http_tcp" {
  count = local.create_lb ? length(var.http_tcp_listeners) : 0

  load_balancer_arn = aws_lb.this[0].arn
  port              = var.http_tcp_listeners[count.index].port
  protocol          = var.http_tcp_listeners[count.index].protocol

  dynamic "default_action" {
    for_each = [var.http_tcp_listeners[count.index]]

    content {
      type             = lookup(default_action.value, "action_type", "forward")
      target_group_arn = contains([null, "", "forward"], lookup(default_action.value, "action_type", "")) ? aws_lb_target_group.main[lookup(default_action.value, "target_group_index", count.index)].id : null

      dynamic "redirect" {
        for_each = length(keys(lookup(default_action.value, "redirect", {}))) == 0 ? [] : [default_action.value.redirect]

        content {
          protocol    = lookup(redirect.value, "protocol", null)
          host        = lookup(redirect.value, "host", null)
          port        = lookup(redirect.value, "port", null)
          path        = lookup(redirect.value, "path", null)
          query       = lookup(redirect.value, "query", null)
          status_code = redirect.value.status_code
        }
      }

      dynamic "fixed_response" {
        for_each = length(keys(lookup(default_action.value, "fixed_response", {}))) == 0 ? [] : [default_action.value.fixed_response]

        content {
          content_type = fixed_response.value.content_type
          message_body = lookup(fixed_response.value, "message_body", null)
          status_code  = lookup(fixed_response.value, "status_code", null)
        }
      }

      dynamic "forward" {
        for_each = length(keys(lookup(default_action.value, "forward", {}))) == 0 ? [] : [default_action.value.forward]

        content {
          dynamic "target_group" {
            for_each = forward.value.target_groups

            content {
              arn    = aws_lb_target_group.main[target_group.value.target_group_index].id
              weight = lookup(target_group.value, "weight", null)
            }
          }

          dynamic "stickiness" {
            for_each = length(keys(lookup(forward.value, "stickiness", {}))) == 0 ? [] : [forward.value.stickiness]

            content {
              enabled  = lookup(stickiness.value, "enabled", false)
              duration = lookup(stickiness.value, "duration", 60)
            }
          }
        }
      }
    }
  }
}

resource "aws_lb_listener" "frontend_https" {
  count = local.create_lb ? length(var.https_listeners) : 0

  load_balancer_arn = aws_lb.this[0].arn
  port              = var.https_listeners[count.index].port
  protocol          = lookup(var.https_listeners[count.index], "protocol", "HTTPS")

  dynamic "default_action" {
    for_each = [var.https_listeners[count.index]]

    content {
      type             = lookup(default_action.value, "action_type", "forward")
      target_group_arn = contains([null, "", "forward"], lookup(default_action.value, "action_type", "")) ? aws_lb_target_group.main[lookup(default_action.value, "target_group_index", count.index)].id : null

      dynamic "redirect" {
        for_each = length(keys(lookup(default_action.value, "redirect", {}))) == 0 ? [] : [default_action.value.redirect]

        content {
          protocol    = lookup(redirect.value, "protocol", null)
          host        = lookup(redirect.value, "host", null)
          port        = lookup(redirect.value, "port", null)
          path        = lookup(redirect.value, "path", null)
          query       = lookup(redirect.value, "query", null)
          status_code = redirect.value.status_code
        }
      }

      dynamic "fixed_response" {
        for_each = length(keys(lookup(default_action.value, "fixed_response", {}))) == 0 ? [] : [default_action.value.fixed_response]

        content {
          content_type = fixed_response.value.content_type
          message_body = lookup(fixed_response.value, "message_body", null)
          status_code  = lookup(fixed_response.value, "status_code", null)
        }
      }

      dynamic "authenticate_cognito" {
        for_each = length(keys(lookup(default_action.value, "authenticate_cognito", {}))) == 0 ? [] : [default_action.value.authenticate_cognito]

        content {
          user_pool_arn                       = authenticate_cognito.value.user_pool_arn
          user_pool_client_id                 = authenticate_cognito.value.user_pool_client_id
          user_pool_domain                    = authenticate_cognito.value.user_pool_domain
          on_unauthenticated_request          = lookup(authenticate_cognito.value, "on_authenticated_request", null)
          authentication_request_extra_params = lookup(authenticate_cognito.value, "authentication_request_extra_params", null)
          scope                               = lookup(authenticate_cognito.value, "scope", null)
          session_cookie_name                 = lookup(authenticate_cognito.value, "session_cookie_name", null)
          session_timeout                     = lookup(authenticate_cognito.value, "session_timeout", null)
        }
      }

      dynamic "authenticate_oidc" {
        for_each = length(keys(lookup(default_action.value, "authenticate_oidc", {}))) == 0 ? [] : [default_action.value.authenticate_oidc]

        content {
          issuer                              = authenticate_oidc.value.issuer
          authorization_endpoint              = authenticate_oidc.value.authorization_endpoint
          token_endpoint                      = authenticate_oidc.value.token_endpoint
          user_info_endpoint                  = authenticate_oidc.value.user_info_endpoint
          client_id                           = authenticate_oidc.value.client_id
          client_secret                       = authenticate_oidc.value.client_secret
          on_unauthenticated_request          = lookup(authenticate_oidc.value, "on_unauthenticated_request", null)
          authentication_request_extra_params = lookup(authenticate_oidc.value, "authentication_request_extra_params", null)
          scope                               = lookup(authenticate_oidc.value, "scope", null)
          session_cookie_name                 = lookup(authenticate_oidc.value, "session_cookie_name", null)
          session_timeout                     = lookup(authenticate_oidc.value, "session_timeout", null)
        }
      }
    }
  }

  dynamic "default_action" {
    for_each = contains(["authenticate-oidc", "authenticate-cognito"], lookup(var.https_listeners[count.index], "action_type", "")) ? [var.https_listeners[count.index]] : []

    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.main[lookup(default_action.value, "target_group_index", count.index)].id
    }
  }
}

resource "aws_lb_listener_rule" "http_tcp_listener_rule" {
  count = local.create_lb ? length(var.http_tcp_listener_rules) : 0

  listener_arn = aws_lb_listener.frontend_http_tcp[lookup(var.http_tcp_listener_rules[count.index], "http_tcp_listener_index", count.index)].arn
  priority     = lookup(var.http_tcp_listener_rules[count.index], "priority", null)

  dynamic "action" {
    for_each = [for action in var.http_tcp_listener_rules[count.index].actions : action if action.type == "redirect"]

    content {
      type = "redirect"

      redirect {
        protocol    = lookup(action.value, "protocol", null)
        host        = lookup(action.value, "host", null)
        port        = lookup(action.value, "port", null)
        path        = lookup(action.value, "path", null)
        query       = lookup(action.value, "query", null)
        status_code = action.value.status_code
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.http_tcp_listener_rules[count.index].actions : action if action.type == "fixed-response"]

    content {
      type = "fixed-response"

      fixed_response {
        content_type = action.value.content_type
        message_body = lookup(action.value, "message_body", null)
        status_code  = lookup(action.value, "status_code", null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.http_tcp_listener_rules[count.index].actions : action if action.type == "forward"]

    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.main[lookup(action.value, "target_group_index", count.index)].id
    }
  }

  dynamic "action" {
    for_each = [for action in var.http_tcp_listener_rules[count.index].actions : action if action.type == "weighted-forward"]

    content {
      type = "forward"

      forward {
        dynamic "target_group" {
          for_each = action.value.target_groups

          content {
            arn    = aws_lb_target_group.main[target_group.value.target_group_index].id
            weight = target_group.value.weight
          }
        }

        dynamic "stickiness" {
          for_each = [lookup(action.value, "stickiness", {})]

          content {
            enabled  = try(stickiness.value.enabled, false)
            duration = try(stickiness.value.duration, 1)
          }
        }
      }
    }
  }
}

resource "aws_lb_listener_rule" "https_listener_rule" {
  count = local.create_lb ? length(var.https_listener_rules) : 0

  listener_arn = aws_lb_listener.frontend_https[lookup(var.https_listener_rules[count.index], "https_listener_index", count.index)].arn
  priority     = lookup(var.https_listener_rules[count.index], "priority", null)

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "authenticate-cognito"]

    content {
      type = "authenticate-cognito"

      authenticate_cognito {
        user_pool_arn                       = action.value.user_pool_arn
        user_pool_client_id                 = action.value.user_pool_client_id
        user_pool_domain                    = action.value.user_pool_domain
        on_unauthenticated_request          = lookup(action.value, "on_authenticated_request", null)
        authentication_request_extra_params = lookup(action.value, "authentication_request_extra_params", null)
        scope                               = lookup(action.value, "scope", null)
        session_cookie_name                 = lookup(action.value, "session_cookie_name", null)
        session_timeout                     = lookup(action.value, "session_timeout", null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "authenticate-oidc"]

    content {
      type = "authenticate-oidc"

      authenticate_oidc {
        issuer                              = action.value.issuer
        authorization_endpoint              = action.value.authorization_endpoint
        token_endpoint                      = action.value.token_endpoint
        user_info_endpoint                  = action.value.user_info_endpoint
        client_id                           = action.value.client_id
        client_secret                       = action.value.client_secret
        on_unauthenticated_request          = lookup(action.value, "on_unauthenticated_request", null)
        authentication_request_extra_params = lookup(action.value, "authentication_request_extra_params", null)
        scope                               = lookup(action.value, "scope", null)
        session_cookie_name                 = lookup(action.value, "session_cookie_name", null)
        session_timeout                     = lookup(action.value, "session_timeout", null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "redirect"]

    content {
      type = "redirect"

      redirect {
        protocol    = lookup(action.value, "protocol", null)
        host        = lookup(action.value, "host", null)
        port        = lookup(action.value, "port", null)
        path        = lookup(action.value, "path", null)
        query       = lookup(action.value, "query", null)
        status_code = action.value.status_code
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "fixed-response"]

    content {
      type = "fixed-response"

      fixed_response {
        content_type = action.value.content_type
        message_body = lookup(action.value, "message_body", null)
        status_code  = lookup(action.value, "status_code", null)
      }
    }
  }

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "forward"]

    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.main[lookup(action.value, "target_group_index", count.index)].id
    }
  }

  dynamic "action" {
    for_each = [for action in var.https_listener_rules[count.index].actions : action if action.type == "weighted-forward"]

    content {
      type = "forward"

      forward {
        dynamic "target_group" {
          for_each = action.value.target_groups

          content {
            arn    = aws_lb_target_group.main[target_group.value.target_group_index].id
            weight = target_group.value.weight
          }
        }

        dynamic "stickiness" {
          for_each = [lookup(action.value, "stickiness", {})]

          content {
            enabled  = try(stickiness.value.enabled, false)
            duration = try(stickiness.value.duration, 1)
          }
        }
      }
    }
  }
}
