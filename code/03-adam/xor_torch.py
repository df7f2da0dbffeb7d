# The program of chapter 3 in PyTorch, from the start of 02-network/worked.txt.
import torch

torch.set_default_dtype(torch.float64)
X = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
Y = torch.tensor([[0.0], [1.0], [1.0], [0.0]])

net = torch.nn.Sequential(
    torch.nn.Linear(2, 3),
    torch.nn.Sigmoid(),
    torch.nn.Linear(3, 1),
)
with torch.no_grad():
    net[0].weight[:] = torch.tensor([[0.5, 0.2], [-0.4, 0.6], [0.3, -0.7]])
    net[0].bias[:] = torch.tensor([0.1, -0.2, 0.05])
    net[2].weight[:] = torch.tensor([[0.4, -0.5, 0.6]])
    net[2].bias[:] = torch.tensor([-0.1])

measure = torch.nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=0.001, betas=(0.9, 0.999), eps=1e-7)

for epoch in range(2000):
    loss = measure(net(X), Y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

yhat = torch.sigmoid(net(X))
print(measure(net(X), Y).item(), yhat.flatten().tolist())
