resource "aws_lb_listener" "this" {
  for_each = { for k, v in var.listeners : k => v if local.create }

  load_balancer_arn = aws_lb.this[0].arn
  port              = coalesce(each.value.protocol, var.default_protocol) != "GENEVE" ? coalesce(each.value.port, var.default_port) : null
  protocol          = coalesce(each.value.protocol, var.default_protocol) != "GENEVE" ? coalesce(each.value.protocol, var.default_protocol) : null

  dynamic "default_action" {
    for_each = each.value.authenticate_cognito[*]

    content {
      type  = "authenticate-cognito"
      order = each.value.order

      authenticate_cognito {
        user_pool_arn                       = default_action.value.user_pool_arn
        user_pool_client_id                 = default_action.value.user_pool_client_id
        user_pool_domain                    = default_action.value.user_pool_domain
        on_unauthenticated_request          = default_action.value.on_unauthenticated_request
        authentication_request_extra_params = default_action.value.authentication_request_extra_params
        scope                               = default_action.value.scope
        session_cookie_name                 = default_action.value.session_cookie_name
        session_timeout                     = default_action.value.session_timeout
      }
    }
  }

  dynamic "default_action" {
    for_each = each.value.authenticate_oidc[*]

    content {
      type  = "authenticate-oidc"
      order = each.value.order

      authenticate_oidc {
        issuer                              = default_action.value.issuer
        authorization_endpoint              = default_action.value.authorization_endpoint
        token_endpoint                      = default_action.value.token_endpoint
        user_info_endpoint                  = default_action.value.user_info_endpoint
        client_id                           = default_action.value.client_id
        client_secret                       = default_action.value.client_secret
        on_unauthenticated_request          = default_action.value.on_unauthenticated_request
        authentication_request_extra_params = default_action.value.authentication_request_extra_params
        scope                               = default_action.value.scope
        session_cookie_name                 = default_action.value.session_cookie_name
        session_timeout                     = default_action.value.session_timeout
      }
    }
  }

  dynamic "default_action" {
    for_each = each.value.jwt_validation[*]

    content {
      type  = "jwt-validation"
      order = each.value.order

      jwt_validation {
        issuer        = default_action.value.issuer
        jwks_endpoint = default_action.value.jwks_endpoint

        dynamic "additional_claim" {
          for_each = default_action.value.additional_claim != null ? default_action.value.additional_claim : []

          content {
            name   = additional_claim.value.name
            format = additional_claim.value.format
            values = additional_claim.value.values
          }
        }
      }
    }
  }

  dynamic "default_action" {
    for_each = each.value.fixed_response[*]

    content {
      type  = "fixed-response"
      order = each.value.order

      fixed_response {
        content_type = default_action.value.content_type
        message_body = default_action.value.message_body
        status_code  = default_action.value.status_code
      }
    }
  }

  dynamic "default_action" {
    for_each = each.value.forward[*]

    content {
      type             = "forward"
      order            = each.value.order
      target_group_arn = try(aws_lb_target_group.this[default_action.value.target_group_key].arn, default_action.value.target_group_arn)
    }
  }

  dynamic "default_action" {
    for_each = each.value.weighted_forward[*]

    content {
      type  = "forward"
      order = each.value.order

      forward {
        dynamic "target_group" {
          for_each = default_action.value.target_groups != null ? default_action.value.target_groups : []

          content {
            arn    = try(aws_lb_target_group.this[target_group.value.target_group_key].arn, target_group.value.target_group_arn)
            weight = target_group.value.weight
          }
        }

        dynamic "stickiness" {
          for_each = default_action.value.stickiness[*]

          content {
            enabled  = stickiness.value.enabled
            duration = stickiness.value.duration
          }
        }
      }
    }
  }

  dynamic "default_action" {
    for_each = each.value.redirect[*]

    content {
      type  = "redirect"
      order = each.value.order

      redirect {
        protocol    = default_action.value.protocol
        host        = default_action.value.host
        port        = default_action.value.port
        path        = default_action.value.path
        query       = default_action.value.query
        status_code = default_action.value.status_code
      }
    }
  }
}

locals {
  listener_rules = flatten([
    for listener_key, listener in var.listeners : [
      for rule_key, rule in listener.rules : merge(rule, { listener_key = listener_key, rule_key = rule_key })
    ]
  ])
}

resource "aws_lb_listener_rule" "this" {
  for_each = { for v in local.listener_rules : "${v.listener_key}/${v.rule_key}" => v if local.create }

  listener_arn = try(aws_lb_listener.this[each.value.listener_key].arn, each.value.listener_arn)
  priority     = each.value.priority

  # What was written for v9, and would be refused now.
  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.type != null]

    content {
      type             = action.value.type == "weighted-forward" ? "forward" : action.value.type
      order            = action.value.order
      target_group_arn = try(aws_lb_target_group.this[action.value.target_group_key].arn, action.value.target_group_arn)

      dynamic "forward" {
        for_each = action.value.target_groups != null ? [action.value.target_groups] : []

        content {
          dynamic "target_group" {
            for_each = forward.value

            content {
              arn    = try(target_group.value.arn, aws_lb_target_group.this[target_group.value.target_group_key].arn)
              weight = try(target_group.value.weight, null)
            }
          }
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.authenticate_cognito != null]

    content {
      type  = "authenticate-cognito"
      order = action.value.order

      dynamic "authenticate_cognito" {
        for_each = [action.value.authenticate_cognito]

        content {
          user_pool_arn                       = authenticate_cognito.value.user_pool_arn
          user_pool_client_id                 = authenticate_cognito.value.user_pool_client_id
          user_pool_domain                    = authenticate_cognito.value.user_pool_domain
          on_unauthenticated_request          = authenticate_cognito.value.on_unauthenticated_request
          authentication_request_extra_params = authenticate_cognito.value.authentication_request_extra_params
          scope                               = authenticate_cognito.value.scope
          session_cookie_name                 = authenticate_cognito.value.session_cookie_name
          session_timeout                     = authenticate_cognito.value.session_timeout
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.authenticate_oidc != null]

    content {
      type  = "authenticate-oidc"
      order = action.value.order

      dynamic "authenticate_oidc" {
        for_each = [action.value.authenticate_oidc]

        content {
          issuer                              = authenticate_oidc.value.issuer
          authorization_endpoint              = authenticate_oidc.value.authorization_endpoint
          token_endpoint                      = authenticate_oidc.value.token_endpoint
          user_info_endpoint                  = authenticate_oidc.value.user_info_endpoint
          client_id                           = authenticate_oidc.value.client_id
          client_secret                       = authenticate_oidc.value.client_secret
          on_unauthenticated_request          = authenticate_oidc.value.on_unauthenticated_request
          authentication_request_extra_params = authenticate_oidc.value.authentication_request_extra_params
          scope                               = authenticate_oidc.value.scope
          session_cookie_name                 = authenticate_oidc.value.session_cookie_name
          session_timeout                     = authenticate_oidc.value.session_timeout
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.jwt_validation != null]

    content {
      type  = "jwt-validation"
      order = action.value.order

      dynamic "jwt_validation" {
        for_each = [action.value.jwt_validation]

        content {
          issuer        = jwt_validation.value.issuer
          jwks_endpoint = jwt_validation.value.jwks_endpoint

          dynamic "additional_claim" {
            for_each = jwt_validation.value.additional_claim != null ? jwt_validation.value.additional_claim : []

            content {
              name   = additional_claim.value.name
              format = additional_claim.value.format
              values = additional_claim.value.values
            }
          }
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.fixed_response != null]

    content {
      type  = "fixed-response"
      order = action.value.order

      dynamic "fixed_response" {
        for_each = [action.value.fixed_response]

        content {
          content_type = fixed_response.value.content_type
          message_body = fixed_response.value.message_body
          status_code  = fixed_response.value.status_code
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.forward != null]

    content {
      type             = "forward"
      order            = action.value.order
      target_group_arn = try(aws_lb_target_group.this[action.value.forward.target_group_key].arn, action.value.forward.target_group_arn)
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.redirect != null]

    content {
      type  = "redirect"
      order = action.value.order

      dynamic "redirect" {
        for_each = [action.value.redirect]

        content {
          protocol    = redirect.value.protocol
          host        = redirect.value.host
          port        = redirect.value.port
          path        = redirect.value.path
          query       = redirect.value.query
          status_code = redirect.value.status_code
        }
      }
    }
  }

  dynamic "action" {
    for_each = [for action in each.value.actions : action if action.weighted_forward != null]

    content {
      type  = "forward"
      order = action.value.order

      dynamic "forward" {
        for_each = [action.value.weighted_forward]

        content {
          dynamic "target_group" {
            for_each = forward.value.target_groups

            content {
              arn    = try(aws_lb_target_group.this[target_group.value.target_group_key].arn, target_group.value.target_group_arn)
              weight = target_group.value.weight
            }
          }

          dynamic "stickiness" {
            for_each = forward.value.stickiness[*]

            content {
              enabled  = stickiness.value.enabled
              duration = stickiness.value.duration
            }
          }
        }
      }
    }
  }
}
