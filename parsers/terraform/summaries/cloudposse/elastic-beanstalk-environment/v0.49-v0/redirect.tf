data "aws_lb_listener" "http" {
  count             = local.enabled && var.loadbalancer_redirect_http_to_https ? 1 : 0
  load_balancer_arn = var.loadbalancer_is_shared ? var.shared_loadbalancer_arn : one(aws_elastic_beanstalk_environment.default[0].load_balancers)
  port              = var.application_port
}

resource "aws_lb_listener_rule" "redirect_http_to_https" {
  count        = local.enabled && var.loadbalancer_redirect_http_to_https ? 1 : 0
  listener_arn = one(data.aws_lb_listener.http[*].arn)

  action {
    type = "redirect"

    redirect {
      host        = var.loadbalancer_redirect_http_to_https_host
      port        = var.loadbalancer_redirect_http_to_https_port
      protocol    = "HTTPS"
      status_code = var.loadbalancer_redirect_http_to_https_status_code
    }
  }
}

variable "loadbalancer_redirect_http_to_https" {
  type    = bool
  default = false
}

variable "loadbalancer_redirect_http_to_https_host" {
  type    = string
  default = "#{host}"
}

variable "loadbalancer_redirect_http_to_https_port" {
  type    = string
  default = "443"
}

variable "loadbalancer_redirect_http_to_https_status_code" {
  type    = string
  default = "HTTP_301"
}
