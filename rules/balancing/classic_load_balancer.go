package balancing

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/parsers/graph"
	"github.com/archlint/archlint/rules"
)

var classicLoadBalancer = &rules.Rule{
	ID: "AL209", Name: "classic-load-balancer", Level: rules.Note, Story: rules.BeyondTheStages,
	Title: "Classic Load Balancer, of the generation before",
	Why: `The Classic Load Balancer is the previous generation, which AWS advises to leave. It has one pool of instances for all requests and no routing by host or path, cannot send
traffic to containers by port or to addresses and functions, knows neither HTTP/2 nor weighted deployments, and its safer settings are off unless somebody turns them on. An
Application Load Balancer does for HTTP all that it does, a Network Load Balancer for TCP, and both take what comes next.`,
	Fix: rules.Fix{
		Advice: "Move HTTP listeners to an Application Load Balancer and TCP listeners to a Network Load Balancer, with target groups in place of the instances.",
		Terraform: `resource "aws_lb" "web" {
  load_balancer_type = "application"
  subnets            = [aws_subnet.public_a.id, aws_subnet.public_b.id]
}`,
		CloudFormation: `LoadBalancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: application
    Subnets: [!Ref PublicA, !Ref PublicB]`,
	},
	See: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html"},
	Check: func(p *rules.Pass) {
		for lb := range p.Each(aws.ClassicLoadBalancer.In(p.Graph)) {
			better := "an Application or a Network Load Balancer" // which, the listeners do not tell
			switch aws.SpeaksHTTP(lb) {
			case graph.True:
				better = "an Application Load Balancer"
			case graph.False:
				better = "a Network Load Balancer"
			}
			p.Report(graph.True, graph.Place{Resource: lb}, "%s is a Classic Load Balancer: %s does the same and more", lb.Address, better)
		}
	},
}
