// Package platforms holds the rules of the 9xx group: Elastic Beanstalk, queues and workers, containers, functions, and
// the managed services that keep a stack together.
package platforms

import "github.com/archlint/archlint/rules"

// Rules are the rules of this group by ID.
var Rules = []*rules.Rule{
	beanstalkSingleInstance,
	beanstalkSingleAZ,
	beanstalkBelowTwoInstances,
	beanstalkShallowHealthCheck,
	beanstalkBasicHealth,
	beanstalkAllAtOnce,
	beanstalkCoupledDatabase,
	beanstalkNoManagedUpdates,
	workerQueueTimeouts,
	beanstalkEC2HealthCheck,
	beanstalkWorkerUnfed,
	queueWithoutDeadLetter,
	visibilityBelowConsumerTimeout,
	workerNotScaledOnBacklog,
	serviceSingleTask,
	serviceSingleAZ,
	serviceNotScaled,
	deploymentWithoutRollback,
	kubernetesSingleAZ,
	functionSingleAZ,
	asyncFunctionWithoutDeadLetter,
	searchSingleAZ,
	brokerSingleInstance,
	streamClusterSingleAZ,
	warehouseSingleAZ,
	replicationInstanceSingleAZ,
	firewallSingleAZ,
}
