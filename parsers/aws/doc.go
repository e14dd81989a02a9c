// Package aws is the vocabulary in which rules speak of AWS: the kinds of resources with their attributes and edges
// in both languages, and the facts derived from them (zones, attachments, tiers, who reaches whom, what boot scripts
// do).
//
// Each fact about AWS stands here once: a default, a limit, a port number. The package reads the graph; it knows no
// rule and no parser. Accessors never guess: what is not known is Unknown, and the reason is left with the graph as a
// doubt. A fact about all of a graph (who names what, who mentions what) is computed once and indexed by what is asked for:
// no accessor walks all resources of a graph for one of them.
//
// Files, by what they hold:
//
//   - the words: kind.go, path.go, attr.go, edge.go and blocks.go make a vocabulary; kinds.go lists every kind; edges.go
//     gives all edges of a graph; edit.go tells how a value is mended
//   - kinds of compute: autoscaling.go, ec2.go, platforms.go (ECS and Beanstalk environments), beanstalk.go and bundle.go (their
//     options), kubernetes.go, functions.go, containers.go (of ECS), image.go
//   - kinds of stores: rds.go, caches.go, tables.go, files.go (EFS, FSx and their backups), volumes.go, stores.go (S3, secrets and
//     parameters), warehouse.go, subnetgroup.go, deletion.go (what keeps their data)
//   - kinds of the network: vpc.go, securitygroup.go, egress.go, ranges.go (prefix lists), elb.go, route53.go, address.go (Elastic IPs, public
//     addresses)
//   - kinds that connect: queues.go and backlog.go (SQS, SNS, EventBridge), streams.go (brokers, search, migration, firewalls), scaling.go, iam.go
//   - where things lie: zones.go, peers.go, siblings.go, standby.go (of services), publicsubnet.go, nat.go, publicdata.go, internetfacing.go, sharedsubnet.go
//   - what stands before compute: attachment.go, balancing.go, stickiness.go, unattached.go, bypass.go, hosts.go (of tasks that share
//     the interfaces of their instances)
//   - what compute is for: tier.go, appliance.go, capacity.go, spot.go, tasks.go, replacement.go, environment.go (production or not)
//   - what compute does at boot: script.go, boot.go, mount.go, server.go, cms.go; wants.go and noway.go (what it downloads, and
//     whether it comes by it)
//   - who uses what: settings.go, reach.go, readers.go, sessions.go, mentioned.go, dataopening.go, sharedgroup.go
//   - ways that security groups close: tierpath.go, party.go (whom rules know as one), clients.go (to a load balancer), deadend.go (to a store), filepath.go (to files)
//   - what belongs together, as people see it: workload.go
//   - what a picture shows: parts.go (which resources people draw, and what they call them), location.go (where these lie), flows.go (what
//     goes from one to another)
//   - alternatives.go counts what is there under conditions
package aws
