package aws

import (
	"regexp"
	"slices"
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// knownUsers are the types of what may name a target group and neither sends traffic to it nor gives it targets in a way of
// its own: what the vocabulary follows, and what only watches.
var knownUsers = map[string]bool{
	"aws_lb_listener": true, "aws_alb_listener": true, "aws_lb_listener_rule": true, "aws_alb_listener_rule": true,
	"aws_lb_target_group_attachment": true, "aws_alb_target_group_attachment": true,
	"aws_autoscaling_group": true, "aws_autoscaling_attachment": true, "aws_autoscaling_traffic_source_attachment": true,
	"aws_autoscaling_policy": true, "aws_appautoscaling_policy": true, "aws_cloudwatch_metric_alarm": true, "aws_cloudwatch_dashboard": true,
	"aws_cloudwatch_composite_alarm": true, "aws_route53_health_check": true, "aws_iam_policy": true, "aws_iam_role_policy": true,
	"aws_lambda_permission": true, "aws_resourcegroups_group": true, "aws_shield_protection": true, "aws_wafv2_web_acl_association": true,

	"AWS::ElasticLoadBalancingV2::Listener": true, "AWS::ElasticLoadBalancingV2::ListenerRule": true, "AWS::AutoScaling::AutoScalingGroup": true,
	"AWS::AutoScaling::ScalingPolicy": true, "AWS::ApplicationAutoScaling::ScalingPolicy": true, "AWS::CloudWatch::Alarm": true,
	"AWS::CloudWatch::Dashboard": true, "AWS::CloudWatch::CompositeAlarm": true, "AWS::Lambda::Permission": true, "AWS::IAM::Policy": true,
	"AWS::IAM::ManagedPolicy": true, "AWS::IAM::Role": true,
}

// alternateAttribute is where an ECS service names the target group that the next deployment uses, in either language.
var alternateAttribute = regexp.MustCompile(`(?i)advanced_?configuration`)

// otherUser is the first resource, by address, that names a target group and may use it in a way that the vocabulary does not
// follow: a deployment group, a parameter that tells its ARN, a function. It is nil where there is none.
func otherUser(tg *graph.Resource) *graph.Resource {
	for m := range mentionedIn(tg) {
		r := m.from
		if knownUsers[r.Type] || r.Mode != graph.Managed || r.Owner != "" || m.waits() {
			continue
		}
		if ECSService.Includes(r) == graph.False || alternateAttribute.MatchString(m.at) {
			return r
		}
	}
	return nil
}

// foreignControllers are the prefixes of the types by which Terraform puts objects into a Kubernetes cluster, where a
// controller may bind target groups.
var foreignControllers = []string{"kubernetes_", "helm_", "kubectl_", "argocd_", "flux_"}

// registrars are what a boot script calls to register its instance with a load balancer by itself.
var registrars = []string{"register-targets", "register_targets", "register-instances-with-load-balancer", "register_instances_with_load_balancer"}

// othersRegister tells whether targets may come and go without being attached in sight: by CodeDeploy or another deployment
// controller, a controller in a Kubernetes cluster, or boot scripts. It is Unknown where that is so, else False.
func othersRegister(g *graph.Graph) graph.Tri {
	type key struct{}
	return graph.Fact(g, key{}, func() graph.Tri {
		doubt := func(r *graph.Resource, message string) graph.Tri {
			g.TakeDoubts()
			g.Doubt(graph.Doubt{Resource: r, Message: message})
			return graph.Unknown
		}
		for _, r := range g.OfType(kubernetesClusters[g.Language]) {
			return doubt(r, "controllers in "+r.Address+" may register targets")
		}
		var deployed []*graph.Resource
		for _, t := range g.Types() {
			if slices.ContainsFunc(foreignControllers, func(prefix string) bool { return strings.HasPrefix(t, prefix) }) {
				deployed = append(deployed, g.OfType(t)...)
			}
		}
		sortByAddress(deployed)
		if len(deployed) > 0 {
			return doubt(deployed[0], "what "+deployed[0].Address+" deploys may register targets")
		}
		for service := range ECSService.In(g) {
			if ECSDeployment.Controller.Of(service).Is("ECS") != graph.True {
				return doubt(service, "the deployments of "+service.Address+" move it between target groups")
			}
		}
		for r := range Servers(g) {
			for _, text := range BootOf(r).Texts {
				for _, word := range registrars {
					if strings.Contains(text.Text, word) {
						return doubt(r, "the boot script of "+r.Address+" registers targets")
					}
				}
			}
		}
		g.TakeDoubts()
		return graph.False
	})
}

// alternate are words in the names of target groups that take turns.
var alternate = regexp.MustCompile(`(?i)blue|green|canary|alternat|standby|passive|dummy`)

// UsedElsewhere tells whether a target group may have targets or senders that are not attached in sight: an output names it,
// something that the vocabulary does not follow does, it takes turns with another, or others register targets. It is Unknown
// where that is so, else False. Ask it last.
func UsedElsewhere(tg *graph.Resource) graph.Tri {
	g := tg.Graph()
	name, _ := textOf(tg.Attribute([graph.Languages]string{"name", "Name"}[tg.Language]))
	if alternate.MatchString(name) || alternate.MatchString(tg.Address) {
		g.Doubt(graph.Doubt{Resource: tg, Message: tg.Address + " looks like one that takes turns with another"})
		return graph.Unknown
	}
	if r := otherUser(tg); r != nil {
		g.Doubt(graph.Doubt{Resource: tg, Message: r.Address + " may use " + tg.Address})
		return graph.Unknown
	}
	if out := othersRegister(g); out != graph.False {
		return out
	}
	return g.PutOut(tg)
}

// CatchesAll tells whether a listener has rules, or may be given some, so that its default action only takes what they leave.
func CatchesAll(l *graph.Resource) graph.Tri {
	if Listener.Includes(l) != graph.True {
		return graph.False
	}
	rules := ListenerRule.Listener.Into(l)
	return rules.Any().Or(l.Graph().Hides(l), l.Graph().PutOut(l))
}

// HasServers tells whether compute is in sight that could be a target: other than bastions and their like. It is Unknown
// where there is none, since what serves the requests must be elsewhere then.
func HasServers(g *graph.Graph) graph.Tri {
	for _, r := range Tiers(g) {
		if calledOneOf(r, applianceWords) != graph.True {
			return graph.True
		}
	}
	g.Doubt(graph.Doubt{Message: "nothing in sight could be a target"})
	return graph.Unknown
}
