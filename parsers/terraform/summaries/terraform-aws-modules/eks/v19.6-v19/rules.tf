locals {
  webhooks = [4443, 6443, 8443, 9443]
}
