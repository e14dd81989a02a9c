package platforms

import (
	"github.com/archlint/archlint/parsers/aws"
	"github.com/archlint/archlint/rules"
)

var brokerSingleInstance = &rules.Rule{
	ID: "AL991", Name: "broker-single-instance", Level: rules.Error, Availability: true, Story: rules.BeyondTheStages,
	Title: "Message broker on a single instance",
	Why: `A broker of a single instance is down whenever that instance fails or is maintained, and with it everybody who sends or receives. An active and a standby broker, or a cluster, in several
zones take over from each other and keep their messages.`,
	Fix: rules.Fix{
		Advice: "Deploy the broker as ACTIVE_STANDBY_MULTI_AZ (ActiveMQ) or CLUSTER_MULTI_AZ (RabbitMQ).",
		Terraform: `resource "aws_mq_broker" "main" {
  deployment_mode = "ACTIVE_STANDBY_MULTI_AZ"
}`,
		CloudFormation: `Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    DeploymentMode: ACTIVE_STANDBY_MULTI_AZ`,
	},
	See: []string{
		"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/active-standby-broker-deployment.html",
		"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture-cluster.html",
	},
	Check: func(p *rules.Pass) {
		for broker := range p.Each(aws.Broker.In(p.Graph)) {
			mode := aws.Broker.Mode.Of(broker)
			p.Report(mode.Is("SINGLE_INSTANCE"), mode.Place, "%s is a single instance: while it is down nobody can send or receive", broker.Address)
		}
	},
}
