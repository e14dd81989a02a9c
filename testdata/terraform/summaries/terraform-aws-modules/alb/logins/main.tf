resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

locals {
  cognito = {
    user_pool_arn       = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"
    user_pool_client_id = "0a1b"
    user_pool_domain    = "shop"
    session_timeout     = 600
  }
  oidc = {
    issuer                              = "https://id.example.com"
    authorization_endpoint              = "https://id.example.com/auth"
    token_endpoint                      = "https://id.example.com/token"
    user_info_endpoint                  = "https://id.example.com/me"
    client_id                           = "shop"
    client_secret                       = "hunter2"
    on_unauthenticated_request          = "deny"
    authentication_request_extra_params = { display = "page" }
  }
}

module "ten" {
  source  = "terraform-aws-modules/alb/aws"
  version = "10.4.0"

  name    = "ten"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  listeners = {
    cognito = { port = 443, protocol = "HTTPS", order = 2, authenticate_cognito = local.cognito, forward = { target_group_key = "web" } }
    oidc    = { port = 444, protocol = "HTTPS", authenticate_oidc = local.oidc, fixed_response = { content_type = "text/plain" } }
    jwt = {
      port     = 445
      protocol = "HTTPS"
      jwt_validation = {
        issuer           = "https://id.example.com"
        jwks_endpoint    = "https://id.example.com/keys"
        additional_claim = [{ name = "role", format = "string-array", values = ["admin"] }]
      }
      forward = { target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x/0123456789abcdef" }
      rules = {
        all = {
          actions = [
            { order = 1, authenticate_cognito = local.cognito },
            { order = 2, jwt_validation = { issuer = "https://id.example.com", jwks_endpoint = "https://id.example.com/keys" } },
            { order = 3, redirect = { host = "www.example.com", status_code = "HTTP_302" } },
          ]
          conditions = [{ source_ip = { values = ["10.0.0.0/8"] } }]
        }
      }
    }
  }
  target_groups = { web = { create_attachment = false } }
}

module "nine" {
  source  = "terraform-aws-modules/alb/aws"
  version = "9.16.0"

  name    = "nine"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  listeners = {
    cognito = { port = 443, protocol = "HTTPS", authenticate_cognito = merge(local.cognito, { order = 1 }), forward = { order = 2, target_group_key = "web" } }
    oidc = {
      port              = 444
      protocol          = "HTTPS"
      authenticate_oidc = local.oidc
      forward           = { arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/x/0123456789abcdef" }
      rules = {
        all = {
          actions = [
            merge({ type = "authenticate-oidc", order = 1 }, local.oidc),
            { type = "fixed-response", order = 2, content_type = "text/plain" },
          ]
          conditions = [{ http_header = { http_header_name = "X", values = ["y"] } }]
        }
      }
    }
  }
  target_groups = { web = { create_attachment = false } }
}

module "eight" {
  source  = "terraform-aws-modules/alb/aws"
  version = "8.6.1"

  name    = "eight"
  vpc_id  = aws_vpc.main.id
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  https_listeners = [
    { port = 443, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", action_type = "authenticate-cognito", authenticate_cognito = local.cognito },
    { port = 444, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", action_type = "redirect", redirect = { status_code = "HTTP_301", host = "www.example.com" } },
    { port = 445, certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d", action_type = "fixed-response", fixed_response = { content_type = "text/plain" } },
  ]
  https_listener_rules = [{
    https_listener_index = 0
    actions = [
      merge({ type = "authenticate-oidc" }, local.oidc),
      { type = "fixed-response", content_type = "text/plain", status_code = "404" },
    ]
    conditions = [{ path_patterns = ["/x"] }]
  }]
  http_tcp_listeners = [{ port = 80, protocol = "HTTP" }]
  http_tcp_listener_rules = [
    { actions = [{ type = "redirect", status_code = "HTTP_301", host = "www.example.com" }], conditions = [{ host_headers = ["example.com"] }] },
    { http_tcp_listener_index = 0, actions = [{ type = "weighted-forward", target_groups = [{ target_group_index = 0, weight = 1 }] }], conditions = [{ host_headers = ["example.org"] }] },
  ]
  target_groups = [{ name_prefix = "web-", backend_protocol = "HTTP", backend_port = 80 }]
}
