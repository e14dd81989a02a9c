variable "subnet_mapping" {
  type = list(object({
    subnet_id            = string
    allocation_id        = optional(string)
    private_ipv4_address = optional(string)
    ipv6_address         = optional(string)
  }))
  default = null
}

variable "listeners" {
  type = map(object({
    port     = optional(number)
    protocol = optional(string)
    order    = optional(number)

    forward = optional(object({
      target_group_arn = optional(string)
      target_group_key = optional(string)
    }))
    weighted_forward = optional(object({
      target_groups = optional(list(object({
        target_group_arn = optional(string)
        target_group_key = optional(string)
        weight           = optional(number)
      })))
      stickiness = optional(object({
        enabled  = optional(bool)
        duration = optional(number)
      }))
    }))
    redirect = optional(object({
      protocol    = optional(string)
      host        = optional(string)
      port        = optional(string)
      path        = optional(string)
      query       = optional(string)
      status_code = string
    }))
    fixed_response = optional(object({
      content_type = string
      message_body = optional(string)
      status_code  = optional(string)
    }))
    authenticate_cognito = optional(object({
      user_pool_arn                       = optional(string)
      user_pool_client_id                 = optional(string)
      user_pool_domain                    = optional(string)
      on_unauthenticated_request          = optional(string)
      authentication_request_extra_params = optional(map(string))
      scope                               = optional(string)
      session_cookie_name                 = optional(string)
      session_timeout                     = optional(number)
    }))
    authenticate_oidc = optional(object({
      issuer                              = string
      authorization_endpoint              = string
      token_endpoint                      = string
      user_info_endpoint                  = string
      client_id                           = string
      client_secret                       = string
      on_unauthenticated_request          = optional(string)
      authentication_request_extra_params = optional(map(string))
      scope                               = optional(string)
      session_cookie_name                 = optional(string)
      session_timeout                     = optional(number)
    }))
    jwt_validation = optional(object({
      issuer        = string
      jwks_endpoint = string
      additional_claim = optional(list(object({
        name   = string
        format = string
        values = list(string)
      })))
    }))

    rules = optional(map(object({
      listener_arn = optional(string)
      priority     = optional(number)
      actions = list(object({
        order = optional(number)
        # These were inputs of v9, and a call without a version may have been written for it.
        type             = optional(string)
        target_group_arn = optional(string)
        target_group_key = optional(string)
        target_groups    = optional(any)
        forward = optional(object({
          target_group_arn = optional(string)
          target_group_key = optional(string)
        }))
        weighted_forward = optional(object({
          target_groups = optional(list(object({
            target_group_arn = optional(string)
            target_group_key = optional(string)
            weight           = optional(number)
          })))
          stickiness = optional(object({
            enabled  = optional(bool)
            duration = optional(number)
          }))
        }))
        redirect = optional(object({
          protocol    = optional(string)
          host        = optional(string)
          port        = optional(string)
          path        = optional(string)
          query       = optional(string)
          status_code = string
        }))
        fixed_response = optional(object({
          content_type = string
          message_body = optional(string)
          status_code  = optional(string)
        }))
        authenticate_cognito = optional(object({
          user_pool_arn                       = string
          user_pool_client_id                 = string
          user_pool_domain                    = string
          on_unauthenticated_request          = optional(string)
          authentication_request_extra_params = optional(map(string))
          scope                               = optional(string)
          session_cookie_name                 = optional(string)
          session_timeout                     = optional(number)
        }))
        authenticate_oidc = optional(object({
          issuer                              = string
          authorization_endpoint              = string
          token_endpoint                      = string
          user_info_endpoint                  = string
          client_id                           = string
          client_secret                       = string
          on_unauthenticated_request          = optional(string)
          authentication_request_extra_params = optional(map(string))
          scope                               = optional(string)
          session_cookie_name                 = optional(string)
          session_timeout                     = optional(number)
        }))
        jwt_validation = optional(object({
          issuer        = string
          jwks_endpoint = string
          additional_claim = optional(list(object({
            name   = string
            format = string
            values = list(string)
          })))
        }))
      }))
    })), {})
  }))
  default = {}
}

variable "target_groups" {
  type = map(object({
    name             = optional(string)
    name_prefix      = optional(string)
    vpc_id           = optional(string)
    target_type      = optional(string)
    port             = optional(number)
    protocol         = optional(string)
    protocol_version = optional(string)
    ip_address_type  = optional(string)

    deregistration_delay              = optional(number)
    load_balancing_cross_zone_enabled = optional(string)
    preserve_client_ip                = optional(bool)

    health_check = optional(object({
      enabled             = optional(bool)
      protocol            = optional(string)
      port                = optional(string)
      path                = optional(string)
      matcher             = optional(string)
      interval            = optional(number)
      timeout             = optional(number)
      healthy_threshold   = optional(number)
      unhealthy_threshold = optional(number)
    }))
    stickiness = optional(object({
      enabled         = optional(bool)
      type            = string
      cookie_duration = optional(number)
      cookie_name     = optional(string)
    }))
    target_failover = optional(list(object({
      on_deregistration = string
      on_unhealthy      = string
    })))

    create_attachment = optional(bool, true)
    target_id         = optional(string)
    availability_zone = optional(string)

    tags = optional(map(string))
  }))
  default = null
}

variable "additional_target_group_attachments" {
  type = map(object({
    target_group_key  = string
    target_id         = string
    target_type       = optional(string)
    port              = optional(number)
    availability_zone = optional(string)
  }))
  default = null
}

variable "security_group_ingress_rules" {
  type = map(object({
    ip_protocol                  = optional(string, "tcp")
    from_port                    = optional(string)
    to_port                      = optional(string)
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
  }))
  default = null
}

variable "security_group_egress_rules" {
  type = map(object({
    ip_protocol                  = optional(string, "tcp")
    from_port                    = optional(string)
    to_port                      = optional(string)
    cidr_ipv4                    = optional(string)
    cidr_ipv6                    = optional(string)
    prefix_list_id               = optional(string)
    referenced_security_group_id = optional(string)
  }))
  default = null
}

variable "route53_records" {
  type = map(object({
    zone_id                = string
    name                   = optional(string)
    type                   = string
    evaluate_target_health = optional(bool, true)
  }))
  default = null
}
